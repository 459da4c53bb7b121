import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ArticleContent, EditableArticle } from '../../../../contract/editing.ts';
import { RequestFailed } from '../../api/client.ts';
import { ArticleKeeper, type Line } from './article-keeper.ts';
import { blankText, contentOf, type Form } from './form.ts';

const device = new Map<string, string>();
beforeEach(() => {
  device.clear();
  vi.useFakeTimers();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => device.get(key) ?? null,
    setItem: (key: string, value: string) => void device.set(key, value),
    removeItem: (key: string) => void device.delete(key),
  });
  return () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});

function articleWith(title: string, version = 1): EditableArticle {
  const content: ArticleContent = {
    topic: 'cards',
    position: 1,
    related: [],
    terms: [],
    contact: 'self-service',
    ownerId: null,
    versions: { 'zh-CN': null, en: { ...blankText(), title } },
  };
  return { id: 'a', content, version } as EditableArticle;
}

/** A server that takes saves on the version it has, and refuses others as the real one does. */
class Server implements Line {
  article: EditableArticle;
  fail: 'no' | 'before' | 'after' = 'no';

  constructor(title: string) {
    this.article = articleWith(title);
  }

  async save(version: number, content: ArticleContent): Promise<EditableArticle> {
    if (this.fail === 'before') throw new RequestFailed(0, null);
    if (version !== this.article.version) throw new RequestFailed(409, { code: 'edited-meanwhile' });
    this.article = { ...this.article, content, version: version + 1 };
    if (this.fail === 'after') throw new RequestFailed(0, null);
    return this.article;
  }

  async read(): Promise<EditableArticle> {
    return this.article;
  }

  get title(): string | undefined {
    return this.article.content.versions.en?.title;
  }
}

const titled = (keeper: ArticleKeeper, title: string): Form => {
  const { form } = keeper.kept;
  return { ...form, versions: { ...form.versions, en: { ...form.versions.en, title } as never } };
};
const type = (keeper: ArticleKeeper, title: string) => keeper.change(titled(keeper, title));
const titleIn = ({ kept }: ArticleKeeper) => contentOf(kept.form).versions.en?.title;

describe('the words of an editor', () => {
  it('reach the server once typing pauses, and stay as they were typed', async () => {
    const server = new Server('Old');
    const keeper = new ArticleKeeper('me', server.article, server);
    for (const title of ['N', 'Ne', 'New ']) type(keeper, title);
    expect(keeper.kept.safety).toBe('saving');
    await vi.advanceTimersByTimeAsync(1_100);
    expect([server.title, server.article.version, keeper.kept.safety]).toEqual(['New', 2, 'saved']);
    expect(keeper.kept.form.versions.en?.title).toBe('New ');
    expect(device.size).toBe(0);
  });

  it('survive a browser that dies before they were saved', async () => {
    const server = new Server('Old');
    type(new ArticleKeeper('me', server.article, server), 'Lost?');
    const next = new ArticleKeeper('me', server.article, server);
    expect([titleIn(next), next.kept.restored]).toEqual(['Lost?', true]);
    await vi.advanceTimersByTimeAsync(10);
    expect(server.title).toBe('Lost?');
  });

  it('are not shown to somebody else on the same device', () => {
    const server = new Server('Old');
    type(new ArticleKeeper('me', server.article, server), 'Mine');
    expect(titleIn(new ArticleKeeper('you', server.article, server))).toBe('Old');
  });

  it('wait on the device while the server is away, and go when it is back', async () => {
    const server = new Server('Old');
    server.fail = 'before';
    const keeper = new ArticleKeeper('me', server.article, server);
    type(keeper, 'Patient');
    await vi.advanceTimersByTimeAsync(2_000);
    expect([keeper.kept.safety, device.size]).toEqual(['here', 1]);
    server.fail = 'no';
    await vi.advanceTimersByTimeAsync(6_000);
    expect([server.title, keeper.kept.safety]).toEqual(['Patient', 'saved']);
  });

  it('are not contested by oneself when only the answer was lost', async () => {
    const server = new Server('Old');
    server.fail = 'after';
    const keeper = new ArticleKeeper('me', server.article, server);
    type(keeper, 'One');
    await vi.advanceTimersByTimeAsync(1_100);
    server.fail = 'no';
    type(keeper, 'Two');
    await vi.advanceTimersByTimeAsync(8_000);
    expect([server.title, keeper.kept.safety]).toEqual(['Two', 'saved']);
  });

  it('that the server refuses stay, with its reasons', async () => {
    const server = new Server('Old');
    const fields = [{ path: 'content.topic', message: 'no' }];
    server.save = async () => {
      throw new RequestFailed(400, { code: 'invalid-input', fields });
    };
    const keeper = new ArticleKeeper('me', server.article, server);
    type(keeper, 'Refused');
    await vi.advanceTimersByTimeAsync(1_100);
    expect([keeper.kept.safety, keeper.kept.refusal?.fields, device.size]).toEqual(['refused', fields, 1]);
  });
});

describe('two editors', () => {
  async function contested() {
    const server = new Server('Old');
    const keeper = new ArticleKeeper('me', server.article, server);
    await server.save(1, articleWith('Theirs').content);
    type(keeper, 'Mine');
    await vi.advanceTimersByTimeAsync(1_100);
    return { server, keeper };
  }

  it('the slower is shown both and nothing is overwritten', async () => {
    const { server, keeper } = await contested();
    expect(keeper.kept.safety).toBe('contested');
    expect(keeper.kept.theirs?.content.versions.en?.title).toBe('Theirs');
    type(keeper, 'Mine, longer');
    await vi.advanceTimersByTimeAsync(20_000);
    expect([server.title, titleIn(keeper)]).toEqual(['Theirs', 'Mine, longer']);
  });

  it('mine goes on top of theirs when I say so', async () => {
    const { server, keeper } = await contested();
    keeper.keepMine();
    await vi.advanceTimersByTimeAsync(10);
    expect([server.title, keeper.kept.safety]).toEqual(['Mine', 'saved']);
  });

  it('theirs is taken when I say so, with a way back', async () => {
    const { server, keeper } = await contested();
    const mine = keeper.takeTheirs();
    expect([titleIn(keeper), keeper.kept.safety, device.size]).toEqual(['Theirs', 'saved', 0]);
    keeper.change(mine);
    await vi.advanceTimersByTimeAsync(1_100);
    expect(server.title).toBe('Mine');
  });

  it('words found on the device are contested when the article went on without them', async () => {
    const { server } = await contested();
    const next = new ArticleKeeper('me', server.article, server);
    expect([next.kept.safety, titleIn(next)]).toEqual(['contested', 'Mine']);
  });
});
