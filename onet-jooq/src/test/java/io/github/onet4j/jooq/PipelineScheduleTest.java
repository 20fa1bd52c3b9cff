package io.github.onet4j.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.waitAtMost;
import static org.awaitility.Durations.ONE_MINUTE;

import io.github.onet4j.Domain;
import io.github.onet4j.jooq.fetch.Extraction;
import io.github.onet4j.jooq.fetch.PipelineRun;
import io.github.onet4j.testing.HeldRequest;
import io.github.onet4j.testing.MiniRelease;
import io.github.onet4j.testing.WebServicesStub;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs that repeat, on a thread whose pauses take no time. */
@SuppressWarnings("NullAway.Init")
final class PipelineScheduleTest extends OnEachEngine {
    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final Duration AGE = Duration.ofDays(90);
    private static final Extraction KNOWLEDGE = Extraction.EVERYTHING.domains(Domain.KNOWLEDGE);

    private final BlockingQueue<PipelineRun> runs = new LinkedBlockingQueue<>();
    private WebServicesStub stub;
    private Onet onet;

    @BeforeEach
    void startService() {
        stub = WebServicesStub.v2(MiniRelease.text(), "a-key");
        onetWith(MiniRelease.text().withoutFile("Knowledge.txt"));
        onet = Onet.create(dataSource)
                .webServices(PipelineTest.client(stub))
                .listener(new FetchListener(runs::add))
                .build();
    }

    @AfterEach
    void stopService() {
        stub.close();
    }

    @Test
    void normalizesAndRefreshesAtOnceAndAfterEachInterval() throws InterruptedException {
        StepByStep thread = new StepByStep();
        PipelineSchedule schedule = onet.pipeline().schedule(INTERVAL, AGE, thread);
        for (int i = 0; i < 3; i++) {
            assertThat(thread.pause()).isEqualTo(INTERVAL);
            assertThat(runs.take().kind()).isEqualTo(PipelineRun.Kind.NORMALIZATION);
            assertThat(runs.take().kind()).isEqualTo(PipelineRun.Kind.REFRESH);
            thread.goOn();
        }
        schedule.close();
        assertThat(stub.requests()).as("nothing was too old").isEmpty();
        assertThat(thread.isTerminated()).isTrue();
    }

    @Test
    void waitsLongerAfterEachFailureAndNotAfterASuccess() throws InterruptedException {
        onet.pipeline().extract(KNOWLEDGE);
        stub.on("rows/").always().status(503);
        StepByStep thread = new StepByStep();
        PipelineSchedule schedule = onet.pipeline().schedule(INTERVAL, Duration.ZERO, thread);
        for (int intervals : List.of(2, 4, 8, 8)) {
            assertThat(thread.pause()).isEqualTo(INTERVAL.multipliedBy(intervals));
            thread.goOn();
        }
        assertThat(thread.pause()).isEqualTo(INTERVAL.multipliedBy(8));
        stub.recover();
        thread.goOn();
        assertThat(thread.pause()).isEqualTo(INTERVAL);
        stub.on("rows/").status(503);
        thread.goOn();
        assertThat(thread.pause()).isEqualTo(INTERVAL.multipliedBy(2));
        schedule.close();
        assertThat(runs.stream().filter(run -> run.failure().isPresent())).hasSize(6);
    }

    @Test
    void goesOnAfterAFailureThatIsNotOurs() throws InterruptedException {
        StepByStep thread = new StepByStep();
        CountDownLatch second = new CountDownLatch(2);
        PipelineSchedule schedule = new PipelineSchedule(thread, INTERVAL, () -> {
            second.countDown();
            throw new IllegalStateException("the host's mistake");
        });
        schedule.start();
        thread.pause();
        thread.goOn();
        second.await();
        schedule.close();
        assertThat(second.getCount()).isZero();
    }

    @Test
    void closingWaitsForTheRequestUnderWayAndAsksNoMore() throws InterruptedException {
        onet.pipeline()
                .extract(KNOWLEDGE.codes(onet.catalog().occupations().stream()
                        .map(occupation -> occupation.code())
                        .toList()));
        runs.clear();
        HeldRequest held = stub.on("rows/occupation_data").held();
        int before = stub.requests("rows/").size();
        StepByStep thread = new StepByStep();
        PipelineSchedule schedule = onet.pipeline().schedule(INTERVAL, Duration.ZERO, thread);
        held.awaitArrival();

        Thread closing = new Thread(schedule::close);
        closing.start();
        waitAtMost(ONE_MINUTE).until(thread::isShutdown);
        assertThat(closing.isAlive()).as("the request is held").isTrue();
        held.letGo();
        closing.join();

        assertThat(thread.isTerminated()).isTrue();
        assertThat(stub.requests("rows/")).hasSize(before + 1);
        assertThat(runs).last().satisfies(run -> {
            assertThat(run.kind()).isEqualTo(PipelineRun.Kind.REFRESH);
            assertThat(run.pagesLanded()).isEqualTo(1);
            assertThat(run.failure()).isEmpty();
        });
        schedule.close();
        onet.pipeline().refresh(Duration.ZERO);
        assertThat(stub.requests("rows/"))
                .as("the next run continues behind the page that landed last")
                .hasSize(2 * before);
    }

    @Test
    void aListenerMayClose() throws InterruptedException {
        BlockingQueue<PipelineSchedule> own = new LinkedBlockingQueue<>();
        CountDownLatch closed = new CountDownLatch(1);
        Onet closing = Onet.create(dataSource)
                .webServices(PipelineTest.client(stub))
                .listener(new FetchListener(run -> {
                    PipelineSchedule itself = own.peek();
                    if (itself != null) {
                        itself.close();
                        closed.countDown();
                    }
                }))
                .build();
        StepByStep thread = new StepByStep();
        PipelineSchedule schedule = closing.pipeline().schedule(INTERVAL, AGE, thread);
        thread.pause();
        own.add(schedule);
        thread.goOn();
        closed.await();
        assertThat(thread.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void runsOnADaemonThreadOfItsOwn() throws InterruptedException {
        BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
        Onet noting = Onet.create(dataSource)
                .webServices(PipelineTest.client(stub))
                .listener(new FetchListener(run -> threads.add(Thread.currentThread())))
                .build();
        PipelineSchedule schedule = noting.pipeline().schedule(INTERVAL, AGE);
        Thread thread = threads.take();
        schedule.close();
        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread).isNotSameAs(Thread.currentThread());
    }

    /** Notes how long it is to pause, and goes on when it is told to instead. */
    private static final class StepByStep extends ScheduledThreadPoolExecutor {
        private final BlockingQueue<Duration> pauses = new LinkedBlockingQueue<>();
        private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();

        StepByStep() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            if (delay > 0) {
                waiting.add(command);
                pauses.add(Duration.of(delay, unit.toChronoUnit()));
            }
            return super.schedule(delay > 0 ? () -> {} : command, delay, unit);
        }

        Duration pause() throws InterruptedException {
            return pauses.take();
        }

        void goOn() throws InterruptedException {
            execute(waiting.take());
        }
    }
}
