import { call, fork, put, takeEvery } from 'redux-saga/effects';
import mixpanel from 'mixpanel-browser';
import { trackEvent } from '../analytics';

function* placeOrder({ payload }) {
  yield put({ type: 'ORDER_PLACED' });
  yield call(trackEvent, 'Order Placed', { items: payload.items.length });
  yield fork(trackEvent, 'Order Queued');
  yield call([mixpanel, mixpanel.track], 'Order Stored', { channel: 'web' });
}

export default function* root() {
  yield takeEvery('PLACE_ORDER', placeOrder);
}
