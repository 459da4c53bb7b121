/** Private keys and the secrets of programs, told by their own form or by what they are called. */
import { addAtEnd, type Detector } from './found.ts';

const pem =
  /(-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$))/g;
/** Bitcoin's wallet import format and extended private keys (BIP-32), base 58. */
const wallet =
  /(?:^|[^a-zA-Z0-9])([5KL][1-9A-HJ-NP-Za-km-z]{50,51}|[xyzt]prv[1-9A-HJ-NP-Za-km-z]{100,112})(?![a-zA-Z0-9])/g;
const saysPrivate = /私钥|私鑰|密钥|密鑰|private\s?key|secret\s?key/i;
const hexadecimal = /(?:^|[^a-zA-Z0-9])((?:0x)?[0-9a-f]{64})(?![a-z0-9])/gi;

/** Keys whose makers gave them a beginning, so that they can be found. */
const branded =
  /(?:^|[^a-zA-Z0-9])((?:sk|pk|rk)_(?:live|test)_[a-zA-Z0-9]{10,}|sk-(?:proj-|ant-)?[a-zA-Z0-9_-]{20,}|(?:AKIA|ASIA)[A-Z0-9]{16}|gh[pousr]_[a-zA-Z0-9]{20,}|github_pat_\w{22,}|glpat-[\w-]{20,}|xox[abprs]-[\w-]{10,}|AIza[\w-]{35}|LTAI[a-zA-Z0-9]{12,30}|AKID[a-zA-Z0-9]{13,40}|whsec_[a-zA-Z0-9+/=]{16,}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,})(?![a-zA-Z0-9])/g;
const brandedGate = /[sprk]{2}_|sk-|AKI|ASIA|gh[pousr]_|github_pat_|glpat-|xox|AIza|LTAI|whsec_|eyJ/;
const named =
  /(?:api[ _-]?(?:key|secret|token)|(?:access|auth|bearer|refresh|session|client|app|webhook)[ _-]?(?:key|secret|token)|secret[ _-]?(?:access[ _-]?)?key|(?:api|app|access)\s?(?:密钥|密鑰|秘钥)|密钥|密鑰|秘钥|令牌|\bbearer\b)["'”]?(?:\s*(?:is|[:=]|是|为|為)+>?\s*|\s+)["'“]?([a-zA-Z0-9_\-./+=]{16,200})/gi;
const namedGate = /secret|token|api|key|bearer|密钥|密鑰|秘钥|令牌/i;

export const findKeys: Detector = (text, found) => {
  if (text.includes('PRIVATE KEY')) addAtEnd(text, pem, 'private-key', found);
  if (text.length > 50) addAtEnd(text, wallet, 'private-key', found);
  if (saysPrivate.test(text)) addAtEnd(text, hexadecimal, 'private-key', found);
  if (brandedGate.test(text)) addAtEnd(text, branded, 'api-secret', found);
  if (namedGate.test(text))
    addAtEnd(text, named, 'api-secret', found, (value) => /\d/.test(value) && /[a-z]/i.test(value));
};
