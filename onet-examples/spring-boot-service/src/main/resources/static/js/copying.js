const SAID_FOR = 4000;

/**
 * Copies a text and confirms it. Without access to the clipboard (plain http), selects the text on the page instead.
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
