import { applyMiddleware, createStore } from 'redux';
import { analyticsMiddleware } from './analytics-middleware';
import { reducer } from './reducer';

export const store = createStore(reducer, applyMiddleware(analyticsMiddleware));
