// Comfort only: every page works without this file.

// A form is sent once, however often its button is pressed.
for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = 'yes';
    setTimeout(() => delete form.dataset.sent, 5000);
  });
}

// A page that waits for a long job asks for its part again, and stops when the job is over.
const waiting = document.querySelector('[data-refresh]');
if (waiting) {
  const ask = async () => {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(
      () => null,
    );
    const text = answer?.ok ? await answer.text() : '';
    const page = new DOMParser().parseFromString(text, 'text/html');
    const fresh = page.querySelector('[data-refresh]');
    if (answer?.ok && !fresh) return location.reload();
    if (fresh && fresh.innerHTML !== waiting.innerHTML) waiting.innerHTML = fresh.innerHTML;
    setTimeout(() => void ask(), 2000);
  };
  setTimeout(() => void ask(), 2000);
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
