// <hemi-theme>: light, dark or as the device; the choice is kept in this browser only.
class Theme extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) this.choose(button.value);
    });
    this.mark(document.documentElement.dataset.theme || "auto");
  }

  choose(theme) {
    const root = document.documentElement;
    if (theme === "auto") delete root.dataset.theme;
    else root.dataset.theme = theme;
    try {
      if (theme === "auto") localStorage.removeItem("theme");
      else localStorage.setItem("theme", theme);
    } catch {
      // Without storage the choice holds for this page.
    }
    this.mark(theme);
  }

  mark(theme) {
    for (const button of this.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.value === theme));
    }
  }
}

customElements.define("hemi-theme", Theme);
