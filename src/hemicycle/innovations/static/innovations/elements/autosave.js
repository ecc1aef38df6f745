// <hemi-autosave>: what is typed into the form is sent a moment later; what could not be saved is said and tried again.
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
    // Whoever comes back from another window may have signed in there.
    window.addEventListener("focus", () => {
      if (this.unsaved) this.save();
    });
    window.addEventListener("online", () => {
      if (this.unsaved) this.later(0);
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
    try {
      const answer = await this.answered();
      this.say((await answer.json()).told, !answer.ok);
    } catch {
      if (this.sent) return;
      this.say(this.dataset.failed, true);
      if (!this.timer) this.later(5000);
    } finally {
      this.busy = false;
    }
  }

  async answered() {
    const answer = await this.send();
    return answer.status === 403 && (await this.renewed()) ? this.send() : answer;
  }

  send() {
    const body = new FormData(this.form);
    body.set("autosave", "1");
    return fetch(location.href, { method: "POST", body, redirect: "error", keepalive: document.hidden });
  }

  // Signing in anew makes the sign of an open form invalid; the page itself tells the new one.
  async renewed() {
    try {
      const answer = await fetch(location.href, { redirect: "error" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = page.querySelector("hemi-autosave [name=csrfmiddlewaretoken]");
      if (found) this.form.elements.csrfmiddlewaretoken.value = found.value;
      return Boolean(found);
    } catch {
      return false;
    }
  }

  say(text, failed) {
    this.unsaved = failed;
    this.voice.textContent = text;
    this.voice.classList.toggle("autosave--failed", failed);
  }
}

customElements.define("hemi-autosave", Autosave);
