// What a page that has the launcher can do with it. The launcher may still be loading: what is pushed waits for it.
const support = (use) => {
  window.OKPaySupport ||= [];
  window.OKPaySupport.push(use);
};

// Opens a chat that already knows which payment it is about.
for (const button of document.querySelectorAll('[data-transaction]')) {
  button.addEventListener('click', () => support((centre) => centre.prefill({ ...button.dataset })));
}

// Says who is signed in here. The token is made by the shop's server: a page could say anything.
const account = document.querySelector('[data-account]');
const show = ({ name, token }) => {
  account.textContent = name ?? account.dataset.account;
  account.dataset.signedIn = name ?? '';
  if (token) support((centre) => centre.identify(token));
};
const session = async (method) => (await fetch('/session', { method })).json();
account.addEventListener('click', async () => {
  const leaving = account.dataset.signedIn !== '';
  show(await session(leaving ? 'DELETE' : 'POST'));
  if (leaving) support((centre) => centre.signOut());
});
show(await session('GET'));
