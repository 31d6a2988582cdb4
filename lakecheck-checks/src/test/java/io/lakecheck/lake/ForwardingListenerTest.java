// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForwardingListenerTest {

    private final List<Method> received = new ArrayList<>();

    static Stream<Method> events() {
        return Stream.of(Lake.Listener.class.getMethods()).filter(method -> method.getReturnType() == void.class);
    }

    @ParameterizedTest
    @MethodSource("events")
    void each_event_is_forwarded(Method event) throws ReflectiveOperationException {
        Lake.Listener other = (Lake.Listener) Proxy.newProxyInstance(
                Lake.Listener.class.getClassLoader(),
                new Class<?>[] {Lake.Listener.class},
                (proxy, method, arguments) -> {
                    received.add(method);
                    return null;
                });
        Object[] arguments =
                event.getParameterCount() == 0 ? new Object[0] : new Object[] {Lake.Answer.at(Instant.EPOCH)};

        event.invoke(new ForwardingListener(other) {}, arguments);

        assertThat(received).containsExactly(event);
    }
}
