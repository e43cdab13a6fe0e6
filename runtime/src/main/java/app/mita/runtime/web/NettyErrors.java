package app.mita.runtime.web;

import app.mita.api.wire.ErrorCode;
import app.mita.runtime.metrics.RequestTimer;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Gives what the HTTP server refuses by itself the envelope and the headers of every answer: a request line or headers
 * that are too long or cannot be parsed, an address that is no URI. WebFlux never sees such a request. Whatever it
 * answers carries the request's id and is passed on after a look at its status.
 */
@Component
@Sharable
final class NettyErrors extends ChannelOutboundHandlerAdapter {

    private static final int TOO_LONG_ADDRESS = 414;
    private static final int TOO_LARGE_HEADERS = 431;
    private static final String UNMATCHED = "unmatched";

    private final RequestTimer timer;
    private final Clock clock;

    NettyErrors(RequestTimer timer, Clock clock) {
        this.timer = timer;
        this.clock = clock;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        context.write(
                message instanceof FullHttpResponse response && isBare(response)
                        ? enveloped(response, requestOf(context))
                        : message,
                promise);
    }

    private static boolean isBare(FullHttpResponse response) {
        return response.status().code() >= 400 && !response.headers().contains(RequestId.HEADER);
    }

    /** As far as it could be read; null when it could not be. */
    private static @Nullable HttpServerRequest requestOf(ChannelHandlerContext context) {
        return ChannelOperations.get(context.channel()) instanceof HttpServerRequest request ? request : null;
    }

    private FullHttpResponse enveloped(FullHttpResponse bare, @Nullable HttpServerRequest request) {
        int status = bare.status().code();
        var json = ErrorEnvelope.of(problem(status), ErrorEnvelope.freshId(), clock.instant())
                .json();
        var answer = bare.replace(Unpooled.wrappedBuffer(json));
        bare.release();
        long nanos = nanosSince(request == null ? null : request.timestamp());
        headers(request, nanos).forEach((name, values) -> answer.headers().set(name, values));
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
                .setInt(HttpHeaderNames.CONTENT_LENGTH, json.length);
        timer.record(request == null ? UNMATCHED : request.method().name(), UNMATCHED, status, nanos);
        return answer;
    }

    private static HttpHeaders headers(@Nullable HttpServerRequest request, long nanos) {
        var headers = new HttpHeaders();
        var own = request == null ? null : request.requestHeaders().get(RequestId.HEADER);
        headers.set(RequestId.HEADER, RequestId.keep(own));
        headers.set(RequestFilter.RESPONSE_TIME, RequestFilter.milliseconds(nanos));
        RequestFilter.addSecurity(headers);
        return headers;
    }

    private static long nanosSince(@Nullable ZonedDateTime begin) {
        return begin == null
                ? 0
                : Math.max(
                        0,
                        Duration.between(begin, ZonedDateTime.now(begin.getZone()))
                                .toNanos());
    }

    private static Problem problem(int status) {
        return switch (status) {
            case TOO_LONG_ADDRESS -> Problem.of(status, ErrorCode.OUT_OF_RANGE, "The request's address is too long");
            case TOO_LARGE_HEADERS -> Problem.of(status, ErrorCode.OUT_OF_RANGE, "The request's headers are too large");
            default -> Problem.of(status, ErrorCode.INVALID, "The request's address or headers are not acceptable");
        };
    }
}
