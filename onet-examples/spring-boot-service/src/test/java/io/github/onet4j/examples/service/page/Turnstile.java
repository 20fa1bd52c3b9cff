package io.github.onet4j.examples.service.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Holds back analyses from one occupation until a test releases them. */
final class Turnstile extends OncePerRequestFilter {
    private final AtomicReference<@Nullable Hold> hold = new AtomicReference<>();

    Hold holdFrom(String code) {
        Hold held = new Hold(code, new CountDownLatch(1), new CountDownLatch(1));
        hold.set(held);
        return held;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Hold> held = Optional.ofNullable(hold.get()).filter(each -> each.concerns(request));
        held.ifPresent(Hold::await);
        chain.doFilter(request, response);
        held.ifPresent(Hold::leave);
    }

    record Hold(String code, CountDownLatch opened, CountDownLatch left) {
        private boolean concerns(HttpServletRequest request) {
            return request.getRequestURI().endsWith("/skill-gap-analysis") && code.equals(request.getParameter("from"));
        }

        /** Releases the held request and waits until it is answered. */
        void open() {
            opened.countDown();
            wait(left);
        }

        private void await() {
            wait(opened);
        }

        private void leave() {
            left.countDown();
        }

        private static void wait(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
