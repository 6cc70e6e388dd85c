/** Fills `{{placeholders}}`; one without data stays visible, so that a test can find it. */
export function fillPlaceholders(template: string, data: Readonly<Record<string, string>> = {}): string {
  return template.replace(/\{\{(\w+)\}\}/g, (whole, name: string) =>
    Object.hasOwn(data, name) ? (data[name] ?? whole) : whole,
  );
}
