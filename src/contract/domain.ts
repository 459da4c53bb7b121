import { z } from 'zod';

/** A domain in ASCII, such as `example.com` or `xn--fiq228c.cn`. */
export const Domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(
    /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+([a-z]{2,}|xn--[a-z0-9-]+)$/,
    'must be a domain such as example.com',
  );
