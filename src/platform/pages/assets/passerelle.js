// Comfort only: every page works without this file.

// A form is sent once, however often its button is pressed.
for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = 'yes';
    setTimeout(() => delete form.dataset.sent, 5000);
  });
}

// A page that waits for a long job asks for its part again, less and less often, and gives up after ten
// minutes: its link still does. Nobody is at work here, and the header says so: the session may end.
const waiting = document.querySelector('[data-refresh]');
if (waiting) {
  const headers = { accept: 'text/html', 'x-passerelle-refresh': 'yes' };
  const end = performance.now() + 600_000;
  let pause = 2000;
  const ask = async () => {
    const answer = await fetch(location.href, { headers }).catch(() => null);
    if (answer?.redirected) return;
    const text = answer?.ok ? await answer.text() : '';
    const page = new DOMParser().parseFromString(text, 'text/html');
    const fresh = page.querySelector('[data-refresh]');
    if (answer?.ok && !fresh) return location.reload();
    if (fresh && fresh.innerHTML !== waiting.innerHTML) waiting.innerHTML = fresh.innerHTML;
    pause = Math.min(pause * 1.3, 30_000);
    if (performance.now() < end) setTimeout(() => void ask(), pause);
  };
  setTimeout(() => void ask(), pause);
}

// What is folded is printed too.
addEventListener('beforeprint', () => {
  for (const part of document.querySelectorAll('details:not([open])')) {
    part.open = true;
    part.dataset.folded = 'yes';
  }
});
addEventListener('afterprint', () => {
  for (const part of document.querySelectorAll('details[data-folded]')) {
    part.open = false;
    delete part.dataset.folded;
  }
});
