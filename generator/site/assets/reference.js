/* global document, MutationObserver, requestAnimationFrame */
// What Redoc leaves to the mouse, or without a name, made usable with a keyboard and a screen reader. Redoc draws its page
// again and again: each time, what is new is looked at.
const operable =
  '[data-testid="search-trigger"], :has(> * > [data-component-name$="HorizontalViewIcon"]), :has(> * > [data-component-name$="VerticalViewIcon"])';
const names = { CloseFilledIcon: "Clear", SearchIcon: "Search", CloseIcon: "Close", MenuIcon: "Menu" };

function makeAccessible() {
  for (const element of document.querySelectorAll(operable)) {
    if (element.closest("button, a") !== null || element.hasAttribute("tabindex")) continue;
    element.tabIndex = 0;
    element.setAttribute("role", "button");
    const layout =
      element.querySelector('[data-component-name$="HorizontalViewIcon"]') === null ? "columns" : "one below the other";
    if (element.dataset.testid !== "search-trigger") element.setAttribute("aria-label", `Samples: ${layout}`);
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      element.click();
    });
  }
  for (const button of document.querySelectorAll("button")) {
    const label = button.getAttribute("aria-label");
    if (label === "light" || label === "dark") button.setAttribute("aria-label", `Theme: ${label}`);
    // A button is also called by what it shows, which changes with what was chosen.
    const text = button.textContent.trim();
    if (label !== null && text !== "" && !label.toLowerCase().includes(text.toLowerCase())) {
      button.dataset.label ??= label;
      button.setAttribute("aria-label", `${button.dataset.label}: ${text}`);
    }
    if (label !== null || text !== "") continue;
    const icon = button.querySelector("[data-component-name]")?.dataset.componentName.split("/").at(-1) ?? "";
    button.setAttribute("aria-label", names[icon] ?? icon.replace(/Icon$/, ""));
  }
}

let due = false;
new MutationObserver(() => {
  if (due) return;
  due = true;
  requestAnimationFrame(() => {
    due = false;
    makeAccessible();
  });
}).observe(document.documentElement, {
  childList: true,
  subtree: true,
  characterData: true,
  attributeFilter: ["aria-label"],
});
