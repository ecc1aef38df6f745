// <hemi-moment>: says a time also as clocks show it where the reader is, if the server did not know where that is.
class Moment extends HTMLElement {
  connectedCallback() {
    const begins = new Date(this.dataset.begins);
    const ends = new Date(this.dataset.ends);
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!here || isNaN(begins) || isNaN(ends) || shows(begins, here) === shows(begins, this.dataset.zone)) return;
    // Plain English would be written the American way.
    const language = document.documentElement.lang.replace(/^en$/, "en-GB");
    const written = new Intl.DateTimeFormat(language, {
      weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", timeZoneName: "short",
    });
    const line = document.createElement("p");
    line.className = "moment__own";
    line.textContent = `${this.dataset.label} ${written.formatRange(begins, ends)}`;
    this.append(line);
  }
}

function shows(moment, zone) {
  const clock = { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" };
  try {
    return new Intl.DateTimeFormat("en-GB", clock).format(moment);
  } catch {
    // A zone that this browser does not know: better said twice than not at all.
    return "";
  }
}

customElements.define("hemi-moment", Moment);
