package io.github.onet4j.jooq;

import io.github.onet4j.Domain;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Profile;
import io.github.onet4j.jooq.fetch.FetchOptions;
import io.github.onet4j.jooq.fetch.PipelineRun;
import io.github.onet4j.testing.MiniRelease;
import io.github.onet4j.testing.WebServicesStub;
import io.github.onet4j.web.OnetWebServices;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A database in which the mini release is active, and O*NET Web Services that have the same release and a little more:
 * ratings of the skills of Software Developers, and Web Designers.
 */
@SuppressWarnings("NullAway.Init")
abstract class WithWebServices extends OnEachEngine {
    static final String KEY = "key-of-no-project-4711";
    static final OnetSocCode CHIEFS = new OnetSocCode("11-1011.00");
    static final OnetSocCode ANALYSTS = new OnetSocCode("15-1211.00");
    static final OnetSocCode PROGRAMMERS = new OnetSocCode("15-1251.00");
    static final OnetSocCode NOBODY = new OnetSocCode("99-9999.00");

    /** In the release without ratings, and with ratings of skills in the service. */
    static final OnetSocCode DEVELOPERS = new OnetSocCode("15-1252.00");

    /** In the service only. */
    static final OnetSocCode DESIGNERS = new OnetSocCode("15-1255.00");

    /** Without ratings in either. */
    static final OnetSocCode SCIENTISTS = new OnetSocCode("15-2051.00");

    static final MiniRelease RICHER = withRatings(
            withRatings(
                    MiniRelease.text()
                            .withRow("Occupation Data.txt", DESIGNERS.value(), "Web Designers", "Design web sites."),
                    DESIGNERS),
            DEVELOPERS);

    /** The runs that nodes made by {@link #node} have told of. */
    final List<PipelineRun> runs = new CopyOnWriteArrayList<>();

    final FetchOptions options = FetchOptions.DEFAULTS;
    final OnetListener listener = new FetchListener(runs::add);

    WebServicesStub stub;

    /** A node of the host. */
    Onet onet;

    @BeforeEach
    void startService() {
        onetWith(MiniRelease.text());
        stub = WebServicesStub.v2(RICHER, KEY);
        onet = node();
    }

    @AfterEach
    void endService() {
        stub.close();
    }

    /** A node that has seen nothing yet. */
    final Onet node() {
        return node(dataSource, options);
    }

    final Onet node(FetchOptions with) {
        return node(dataSource, with);
    }

    final Onet node(DataSource source, FetchOptions with) {
        return node(source, with, listener);
    }

    final Onet node(DataSource source, FetchOptions with, OnetListener telling) {
        return Onet.create(source)
                .webServices(services(), with)
                .listener(telling)
                .build();
    }

    /** A client that asks once, and without pauses. */
    final OnetWebServices services() {
        return services(stub);
    }

    static OnetWebServices services(WebServicesStub stub) {
        return OnetWebServices.v2(KEY)
                .baseAddress(stub.address())
                .minimumInterval(Duration.ZERO)
                .retries(0)
                .build();
    }

    static Profile skills(Onet onet, OnetSocCode code) {
        return onet.catalog().profile(code, Domain.SKILLS);
    }

    /** Returns the number of requests for the rows of an occupation in one of the tables. */
    final long asked(String table, OnetSocCode code) {
        return stub.requests("rows/" + table).stream()
                .filter(request -> request.address().toString().contains(code.value()))
                .count();
    }

    final void deleteRatings(OnetSocCode code) {
        execute("delete from onet_rating where onetsoc_code = '" + code + "'");
    }

    final void deleteOccupation(OnetSocCode code) {
        execute("delete from onet_occupation where onetsoc_code = '" + code + "'");
    }

    static MiniRelease withRatings(MiniRelease release, OnetSocCode code) {
        return withRating(
                withRating(release, "Essential Skills.txt", code, "2.A.1.a", "Reading Comprehension"),
                "Transferable Skills.txt",
                code,
                "2.B.3.e",
                "Programming");
    }

    /** With an importance of 4 and a level of 4.5. */
    static MiniRelease withRating(MiniRelease release, String file, OnetSocCode code, String element, String name) {
        return withRating(
                withRating(release, file, code, element, name, "IM", "4.00"), file, code, element, name, "LV", "4.50");
    }

    static MiniRelease withRating(
            MiniRelease release,
            String file,
            OnetSocCode code,
            String element,
            String name,
            String scale,
            String value) {
        return release.withRow(
                file,
                code.value(),
                element,
                name,
                scale,
                value,
                "8",
                "0.1600",
                "4.1000",
                "4.9000",
                "N",
                "N",
                "08/2025",
                "Analyst");
    }
}
