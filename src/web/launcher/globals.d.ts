/** The brand's colour, such as `#0f766e`: the server writes it into the script that it serves. */
declare const __ACCENT__: string;
