// <hemi-autosave>: what is typed into the form is sent a moment later; a failed save is tried again and said.
class Autosave extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.voice = this.querySelector("[data-voice]");
    if (!this.form || !this.voice) return;
    this.form.addEventListener("input", () => this.later(1500));
    this.form.addEventListener("submit", () => this.stop());
    document.addEventListener("visibilitychange", () => {
      if (document.hidden && this.timer) this.save();
    });
  }

  later(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), pause);
  }

  stop() {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.sent = true;
  }

  async save() {
    if (this.sent) return;
    if (this.busy) return this.later(500);
    clearTimeout(this.timer);
    this.timer = undefined;
    this.busy = true;
    const body = new FormData(this.form);
    body.set("autosave", "1");
    try {
      const answer = await fetch(location.href, { method: "POST", body, redirect: "error" });
      this.voice.textContent = (await answer.json()).told;
    } catch {
      if (this.sent) return;
      this.voice.textContent = this.dataset.failed;
      if (!this.timer) this.later(5000);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define("hemi-autosave", Autosave);
