/* global document, localStorage */
try {
  const chosen = localStorage.getItem("redoc.colorMode");
  if (chosen === "light" || chosen === "dark") document.documentElement.classList.add(chosen);
} catch {
  // A browser that keeps nothing for files has no choice to follow.
}
