// <hemi-listing>: when htmx has exchanged the list, the keyboard stays where it was and the new count is read out.
class Listing extends HTMLElement {
  connectedCallback() {
    this.voice = document.createElement("p");
    this.voice.className = "hidden-text";
    this.voice.setAttribute("role", "status");
    this.append(this.voice);
    this.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (link) this.remember(link);
    });
    document.addEventListener("htmx:before:swap", () => this.closeUnlessUsed());
    document.addEventListener("htmx:after:swap", () => this.restore());
    document.addEventListener("htmx:after:history:update", keepQuestion);
  }

  remember(link) {
    const group = link.closest("[data-facet]");
    this.last = group && { facet: group.dataset.facet, label: labelOf(link) };
  }

  closeUnlessUsed() {
    this.open = [...this.querySelectorAll("details")].map((details) => [nameOf(details), details.open]);
  }

  restore() {
    for (const [name, open] of this.open || []) {
      const same = [...this.querySelectorAll("details")].find((details) => nameOf(details) === name);
      if (same) same.open = open;
    }
    const links = this.last ? this.querySelectorAll(`[data-facet="${CSS.escape(this.last.facet)}"] a`) : [];
    const link = [...links].find((candidate) => labelOf(candidate) === this.last.label);
    if (link) link.focus({ preventScroll: true });
    const summary = this.querySelector(".listing__summary");
    this.voice.textContent = summary ? summary.textContent.trim() : "";
  }
}

// The header is not exchanged with the list; its ways to the other languages keep the new question.
function keepQuestion() {
  for (const link of document.querySelectorAll("header a[hreflang]")) link.search = location.search;
}

const nameOf = (details) => details.dataset.facet || details.className;
const labelOf = (link) => link.querySelector(".facet__label")?.textContent;

customElements.define("hemi-listing", Listing);
