// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Provides each test class with a server and a user of that server. The bucket {@code lake} exists. */
final class EmbeddedS3Extension implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(EmbeddedS3Extension.class);

    private record Server(EmbeddedS3 s3, HttpUser user) implements AutoCloseable {

        static Server start() {
            EmbeddedS3 s3 = EmbeddedS3.start();
            HttpUser user = new HttpUser(s3.endpoint());
            user.put("/lake", "");
            return new Server(s3, user);
        }

        @Override
        public void close() {
            s3.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == HttpUser.class || type == EmbeddedS3.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Server server = context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(context.getRequiredTestClass(), type -> Server.start(), Server.class);
        return parameter.getParameter().getType() == HttpUser.class ? server.user() : server.s3();
    }
}
