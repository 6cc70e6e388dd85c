import mixpanel from 'mixpanel-browser';

type Mode = 'Edit' | 'View';

interface Tool {
  readonly mode: Mode;
  readonly label: string;
}

export const bind = (button: HTMLButtonElement, tool: Tool, side: 'Left' | 'Right') => {
  button.addEventListener('click', () => {
    mixpanel.track(`Toolbar ${tool.mode}`, { side });
    mixpanel.track(`Button ${tool.label}`);
    mixpanel.track(side === 'Left' ? `Side ${side}` : 'Side Unknown');
  });
};
