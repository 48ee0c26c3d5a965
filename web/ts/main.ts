// Where the script begins: it says that script is there, then starts each behaviour. Every page works
// without.
//
// What pages give it (all markup is the server's; only these words are shared):
//   <body data-staff="ID" data-keys="on|off">     <meta name="csrf-token" content="…">
//   .js-only                                      seen with script only
//   form[data-theme-toggle]                       button[value=dark|light]: switches at once, posts behind
//   a[data-capture-open href="/capture[?…]"]      opens dialog#capture-dialog; main[data-person] fills it in
//   form#capture-form[data-capture]               textarea[name=line], input[name=key],
//   output#capture-preview
//     POST /capture/preview answers a part        for the output; in it [data-mirror], the line's own text
//     with
//                                                 words in .tk, uncertain names .tk.unsure as direct
//                                                 children; chips button[name=plain]; for each .unsure, in
//                                                 order, one ul.opts[role=listbox] >
//                                                 li[role=option][data-insert][data-id]
//     POST /capture answers                       a part with .saved, or 422 and a part that says why
//     fields that script adds                     chosen (data-id of options taken), typed_seconds,
//                                                 written_at (UTC, lines sent later), csrf
//     button[data-sign="@"]                       puts a sign into the line
//   a[data-waiting hidden]                        "2 waiting": lines kept on this device
//   [data-offline] [data-waiting-list hidden] ul  the page without a network, and the lines that wait
//   .top form.find[action="/find"]                GET /find?q=…&partial=1 answers a part with [role=option] >
//   a textarea[data-caution][data-caution-words]    "ill,depress*" shows [data-caution-text] of its field or
//   form form[data-once]  button[data-busy]            sent once; the button says "Saving…"
//   .errors[tabindex="-1"]                        takes the focus
//   form[data-filter-form]                        sent when a choice changes
//   [data-progress-href]                          replaced each second by what that address answers
//   form[data-keep]                               words survive; .gate (signed out), .errors, .oops and
//   .flash
//                                                 tell whether a save went through
//   [data-ladder] [data-level] [data-card]        the ladder: columns, in them cards; h3 a[data-path], a[data-move]
//   [data-round] [data-round-state] [data-round-card]  form[data-round-move]   the round: drag to a column
//   form[data-minutes=ADDRESS] textarea  #minutes-preview     minutes, and what they become
//   [data-new]  form[data-state]                  N: its first field; Space: the state of the action in focus
//   [data-walk] a                                 the arrow keys go from one to the next
//   a[data-copy]                                  copies its address, and says so in its own words for a moment
//   [data-screen="60"]                            the office screen: renewed so often; F for full screen
//   rapport-timer[minutes][data-name]             a length that counts down; its words where there is no script
//   [data-row] [data-tick] [data-log] [data-edit] [data-brief] [data-previous] [data-next]      for the keys
//   dialog#keys  [data-dialog="keys"]  [data-close]                                  open and close dialogs
import {startCapture} from './capture_dialog';
import {startCaptureSaving} from './capture_save';
import {startCaution} from './caution';
import {startChain} from './chain';
import {startColours} from './colours';
import {startDialogs} from './dialogs';
import {startFind} from './find';
import {startForms} from './forms';
import {startHypermedia} from './hypermedia';
import {startKeep} from './keep';
import {startKeys} from './keys';
import {startLadder} from './ladder';
import {startLeaving} from './leaving';
import {startMinutes} from './minutes';
import {startNeighbours} from './neighbours';
import {startOffline} from './offline';
import {startRound} from './round';
import {startScreen} from './screen';
import {startTimers} from './timer';

document.documentElement.classList.add('js');
startHypermedia();
startOffline();
startColours();
startDialogs();
startCaptureSaving();
startCapture();
startFind();
startNeighbours();
startKeys();
startCaution();
startLeaving();
startKeep();
startForms();
startChain();
startScreen();
startLadder();
startTimers();
startRound();
startMinutes();
