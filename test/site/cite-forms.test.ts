import { parseHTML } from "linkedom";
import { afterEach, expect, test, vi } from "vitest";
import { offerForms } from "../../src/site/client/cite-forms.ts";

afterEach(() => vi.unstubAllGlobals());

test("a form whose program could not be loaded asks for it again when it is opened again", async () => {
  const { document, Event } = parseHTML(
    '<html><head></head><body><details hidden data-form="ris"></details></body></html>',
  );
  vi.stubGlobal("document", document);
  offerForms("https://archive.example/assets/copy.js");
  const details = document.querySelector("details");
  const open = (): boolean | undefined => details?.dispatchEvent(new Event("toggle"));
  const scripts = () => [...document.querySelectorAll("script")];
  open();
  open();
  expect(scripts().map(({ src }) => src)).toEqual(["https://archive.example/assets/references.js"]);
  scripts()[0]?.dispatchEvent(new Event("error"));
  await new Promise((done) => setTimeout(done));
  open();
  expect(scripts()).toHaveLength(2);
});
