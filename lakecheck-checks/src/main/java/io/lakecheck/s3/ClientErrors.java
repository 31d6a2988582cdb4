// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeException.Reason;
import io.lakecheck.value.Display;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Says what kept S3 from answering and what to do about it. Goes by the types of exceptions; the SDK's own words are
 * shown only where there are no better ones.
 */
record ClientErrors(S3Location folder, S3Client client) {

    /**
     * What an exception of the SDK means.
     *
     * @throws PageException where an answer came but broke off or is no XML: asking again may help, and the SDK doesn't
     */
    LakeException of(RuntimeException e) throws PageException {
        Optional<LakeException> own = cause(e, LakeException.class);
        if (own.isPresent()) {
            return own.get();
        }
        Optional<AwsServiceException> refusal = cause(e, AwsServiceException.class);
        if (refusal.isPresent()) {
            return new ServiceErrors(
                            folder,
                            server(),
                            client.serviceClientConfiguration().region().id())
                    .means(refusal.get());
        }
        if (cause(e, ApiCallTimeoutException.class).isPresent()
                || cause(e, ApiCallAttemptTimeoutException.class).isPresent()
                || cause(e, SocketTimeoutException.class).isPresent()) {
            return trouble(
                    Reason.TIMEOUT,
                    "did not answer in time for " + folder + "; see whether it and the network are up",
                    e);
        }
        if (cause(e, AbortedException.class).isPresent()
                || cause(e, InterruptedException.class).isPresent()) {
            return ended(folder, e);
        }
        if (cause(e, XMLStreamException.class).isPresent() || e instanceof UncheckedIOException) {
            throw new PageException("broke off or is no XML", e);
        }
        if (cause(e, UnknownHostException.class).isPresent()) {
            return trouble(Reason.UNREACHABLE, "has no address; see whether its name is right and DNS is up", e);
        }
        if (cause(e, SSLException.class).isPresent()) {
            return trouble(
                    Reason.UNREACHABLE, "could not prove who it is; see whether its certificate is trusted here", e);
        }
        if (cause(e, IOException.class).isPresent()) {
            return trouble(
                    Reason.UNREACHABLE, "can't be reached or hangs up; see whether it is up and the port is right", e);
        }
        return trouble(Reason.UNEXPECTED, "could not be asked for " + folder + ": " + Display.visible(e.toString()), e);
    }

    private LakeException trouble(Reason trouble, String what, Throwable cause) {
        return new LakeException(trouble, server() + " " + what, cause);
    }

    private String server() {
        return client.serviceClientConfiguration()
                .endpointOverride()
                .map(endpoint -> "S3 at " + Display.visible(endpoint.getScheme() + "://" + endpoint.getAuthority()))
                .orElseGet(() ->
                        "S3 in " + client.serviceClientConfiguration().region().id());
    }

    static LakeException ended(S3Location folder, Throwable cause) {
        return new LakeException(Reason.TIMEOUT, "the run ended before " + folder + " was listed", cause);
    }

    static LakeException noCredentials(Optional<String> profile, Throwable cause) {
        return new LakeException(
                Reason.NO_CREDENTIALS,
                profile.map(name -> "no AWS credentials were found in profile " + Display.visible(name)
                                        + " or elsewhere")
                                .orElse("no AWS credentials were found")
                        + "; log in (aws sso login), name a profile (lakecheck.profile, AWS_PROFILE) or set AWS_ACCESS_KEY_ID and"
                        + " AWS_SECRET_ACCESS_KEY",
                cause);
    }

    private static <T> Optional<T> cause(Throwable e, Class<T> type) {
        return Stream.<Throwable>iterate(e, known -> known != null, ClientErrors::next)
                .limit(20)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private static @Nullable Throwable next(Throwable e) {
        return e instanceof XMLStreamException xml && xml.getCause() == null ? xml.getNestedException() : e.getCause();
    }
}
