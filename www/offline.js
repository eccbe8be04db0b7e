// Lets the page be opened without a network, and says so. A new version is fetched beside the one in use, and used at the next visit.
const status = document.getElementById("offline");

const READY = { ja: "オフラインでも使えます（PDFは、一度開くか、アプリとして入れた後）", en: "Also works offline (PDF once one was opened, or the app was installed)" };
const WAITING = { ja: "新しい版は、次に開いたときに使われます", en: "A new version will be used next time" };

/** @param {typeof READY} words */
function tell(words) {
  const spans = Object.entries(words).map(([lang, text]) => Object.assign(document.createElement("span"), { lang, textContent: text }));
  status.replaceChildren(...spans);
}

/** The one script that the page's policy lets be named by an address: nothing from outside goes into it. */
function workerAddress() {
  const address = new URL("service-worker.js", import.meta.url).href;
  return globalThis.trustedTypes?.createPolicy("offline", { createScriptURL: () => address }).createScriptURL("") ?? address;
}

/** Follows a version from its arrival until it is ready to be used. @param {ServiceWorkerRegistration} registration */
function follow(registration) {
  const { installing, active } = registration;
  installing?.addEventListener("statechange", () => {
    if (installing.state === "installed" && active) tell(WAITING);
  });
}

async function start() {
  const registration = await navigator.serviceWorker.register(workerAddress(), { updateViaCache: "none" });
  registration.addEventListener("updatefound", () => follow(registration));
  follow(registration);
  const { active } = await navigator.serviceWorker.ready;
  // An app opens files of every kind with no network; a page that is only visited fetches what few need when it is needed.
  const install = () => active?.postMessage("installed");
  if (matchMedia("(display-mode: standalone)").matches) install();
  addEventListener("appinstalled", install);
  if (!status.hasChildNodes()) tell(registration.waiting ? WAITING : READY);
}

// Without it, the page works as ever while there is a network, and promises nothing else.
if ("serviceWorker" in navigator) start().catch((cause) => console.info("offline:", cause));
