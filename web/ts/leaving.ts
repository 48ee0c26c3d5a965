// Signing out: lines that wait on this device are sent first; then neither drafts nor kept forms stay behind.
import {leaveDevice} from './capture_save';
import {forgetKeptForms} from './keep';
import {through} from './page';

export function startLeaving(): void {
  document.addEventListener('submit', (event) => {
    const form = through<HTMLFormElement>(event, 'form[action="/sign-out"]');
    if (!form || form.dataset['left']) return;
    event.preventDefault();
    form.dataset['left'] = 'true';
    forgetKeptForms();
    // After this event: a form that is being sent takes no second request meanwhile.
    void leaveDevice().finally(() => setTimeout(() => form.requestSubmit()));
  });
}
