// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import io.lakecheck.lake.Lake.Answer;

/**
 * A listener that forwards the events of a listing to another listener. It doesn't ask the other listener whether it
 * wants the next page. Not thread-safe.
 */
public abstract class ForwardingListener implements Lake.Listener {

    private final Lake.Listener listener;

    protected ForwardingListener(Lake.Listener listener) {
        this.listener = listener;
    }

    @Override
    public void onAnswer(Answer answer) {
        listener.onAnswer(answer);
    }

    @Override
    public void onRequest() {
        listener.onRequest();
    }

    @Override
    public void onRequestEnd() {
        listener.onRequestEnd();
    }

    @Override
    public void onThrottle() {
        listener.onThrottle();
    }

    @Override
    public void onRetry() {
        listener.onRetry();
    }
}
