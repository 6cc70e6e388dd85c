import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../src/commands/command.js';

describe('parseCommand', () => {
  it.each([
    ['/tracklint review', { name: 'review' }],
    ['  /tracklint full  ', { name: 'full' }],
    ['\n\n/Tracklint HELP\nthanks', { name: 'help' }],
    ['/tracklint', { name: 'help' }],
    ['/tracklint pause', { name: 'pause' }],
    ['/tracklint resume', { name: 'resume' }],
    ['/tracklint explain 0123abcd', { name: 'explain', id: '0123abcd' }],
    ['/tracklint explain', { name: 'explain', id: null }],
    ['/tracklint explain no-pii', { name: 'explain', id: null }],
    [
      '/tracklint waive 0123ABCD agreed with legal',
      { name: 'waive', id: '0123abcd', reason: 'agreed with legal' },
    ],
    ['/tracklint waive agreed with legal', { name: 'waive', id: null, reason: 'agreed with legal' }],
    ['/tracklint waive 0123abcd', { name: 'waive', id: '0123abcd', reason: '' }],
    ['/tracklint waive', { name: 'waive', id: null, reason: '' }],
    ['/tracklint dance', { name: 'unknown', word: 'dance' }],
  ])('reads %j', (body, expected) => {
    expect(parseCommand(body)).toEqual(expected);
  });

  it.each([
    ['> /tracklint waive 0123abcd quoted'],
    ['    /tracklint review'],
    ['`/tracklint review`'],
    ['```\n/tracklint review\n```'],
    ['please /tracklint review'],
    ['/tracklinter review'],
    ['thanks\n/tracklint review'],
    [''],
  ])('sees no command in %j', (body) => {
    expect(parseCommand(body)).toBeNull();
  });
});
