const SAID_FOR = 4000;

/**
 * Copies a text and says so. Where the browser lends no clipboard (plain http), it selects what stands on the page instead.
 */
export async function copyText(text, shown, said) {
  try {
    await navigator.clipboard.writeText(text);
    say(said, "Copied");
  } catch {
    shown.hidden = false;
    getSelection().selectAllChildren(shown);
    say(said, "Selected: now press Ctrl+C or ⌘C");
  }
}

function say(said, words) {
  said.textContent = words;
  setTimeout(() => {
    said.textContent = "";
  }, SAID_FOR);
}
