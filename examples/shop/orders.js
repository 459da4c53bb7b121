// Opens a chat that already knows which payment it is about.
for (const button of document.querySelectorAll('[data-transaction]')) {
  button.addEventListener('click', () => {
    window.OKPaySupport ||= [];
    window.OKPaySupport.push((support) => support.prefill({ ...button.dataset }));
  });
}
