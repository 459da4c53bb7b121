/** A constructed sheet: a host's policy may forbid inline styles, and no style of the page reaches a shadow tree. */
export const sheet = `
:host { all: initial; }
* { box-sizing: border-box; }
.entry, .panel { position: fixed; z-index: 2147483000; font: 500 16px/1.5 system-ui, "PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
.entry { display: inline-flex; align-items: center; gap: 8px; right: max(24px, env(safe-area-inset-right)); bottom: max(24px, env(safe-area-inset-bottom)); min-height: 52px; margin: 0; padding: 0 20px 0 16px; border: 0; border-radius: 26px; background: var(--accent, #0f766e); color: #fff; box-shadow: 0 4px 16px rgb(0 0 0 / .24); cursor: pointer; }
.entry:hover { filter: brightness(.92); }
.entry:focus-visible, .failed :focus-visible { outline: 3px solid var(--accent, #0f766e); outline-offset: 3px; }
.left.entry { right: auto; left: max(24px, env(safe-area-inset-left)); }
.entry svg { width: 24px; height: 24px; flex: none; }
.count { min-width: 22px; padding: 0 6px; border-radius: 11px; background: #fff; color: #0b4f4a; font-size: 14px; line-height: 22px; text-align: center; }
.panel { right: 24px; bottom: 92px; width: 400px; height: min(704px, 100vh - 116px); overflow: hidden; border-radius: 12px; background: #fff; color: #1c2024; box-shadow: 0 0 0 1px rgb(0 0 0 / .1), 0 8px 32px rgb(0 0 0 / .24); }
.left.panel { right: auto; left: 24px; }
iframe { display: block; width: 100%; height: 100%; border: 0; color-scheme: light dark; }
.failed { display: grid; align-content: center; justify-items: start; gap: 12px; height: 100%; padding: 32px; font-weight: 400; }
.failed p { margin: 0 0 8px; }
.failed a, .failed button { min-height: 44px; padding: 0 16px; border: 1px solid currentcolor; border-radius: 8px; background: none; color: inherit; font: inherit; line-height: 42px; text-decoration: none; cursor: pointer; }
[hidden] { display: none !important; }
@media (max-width: 480px), (max-height: 480px) {
  .panel, .left.panel { inset: 0 auto auto 0; width: 100%; height: 100%; border-radius: 0; box-shadow: none; }
  .open.entry { display: none; }
}
@media (prefers-color-scheme: dark) { .panel { background: #15181b; color: #eceef0; box-shadow: 0 0 0 1px rgb(255 255 255 / .16), 0 8px 32px rgb(0 0 0 / .6); } }
@media print { :host { display: none; } }
`;

/** Where the panel fills the screen; the same as in the sheet. */
export const FULL_SCREEN = '(max-width: 480px), (max-height: 480px)';
