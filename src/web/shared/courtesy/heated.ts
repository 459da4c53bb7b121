/**
 * Words that insult whoever reads them. Small on purpose: anger, capitals and complaints are no abuse, and a word that
 * is also an ordinary one is left out. A false alarm costs one tap, and nobody is kept from sending.
 */
const chinese =
  /[傻沙煞]\s?[逼比屄叉]|脑残|智障|弱智|白痴|蠢货|蠢猪|废物|垃圾(?:客服|东西|玩意)|狗东西|畜生|王八蛋|混蛋|滚(?:蛋|开)|去死|你妈(?:的|逼|死)|[操草肏日艹]你|他妈的|妈的|贱人|不要脸|骗子客服/;
const english =
  /\b(?:f+u+c+k+(?:ing|ers?|ed)?|motherf\w+|shit(?:ty|head)?|bullshit|assholes?|arseholes?|bastards?|bitch(?:es)?|idiots?|idiotic|morons?|moronic|imbeciles?|retard(?:s|ed)?|dumbass(?:es)?|scumbags?|screw you|drop dead|go to hell|shut up|piece of (?:shit|crap)|(?:you(?: are|'re|’re| all are)?) (?:stupid|useless|pathetic|worthless))\b/i;

/** Whether a text holds words that insult. */
export const isHeated = (text: string): boolean => {
  const read = text.normalize('NFKC');
  return chinese.test(read) || english.test(read);
};
