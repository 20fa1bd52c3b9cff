package io.github.onet4j;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The O*NET release of an answer.
 *
 * @param version the release's own number, for example {@code 29.3}
 * @param date the month it was released in, or null where the release does not say
 * @param sha256 the SHA-256 checksum of the archive, in lower-case hexadecimal; of a folder, the checksum of its files'
 *     names and checksums; null where a web service answers, which has no archive
 */
public record ReleaseInfo(
        String version, @Nullable YearMonth date, @Nullable String sha256) implements Serializable {
    /** Refuses null, except where it has a meaning. */
    public ReleaseInfo {
        Objects.requireNonNull(version, "version");
    }

    /** {@return {@link #date} as text, or null, for serializers} */
    public @Nullable String getDate() {
        return date == null ? null : date.toString();
    }

    /**
     * Returns the credit that the CC BY 4.0 license of the data asks for. Show it wherever you show the data.
     *
     * @return three sentences that name the release, the publisher, the license and the trademark
     */
    public String attribution() {
        return "Includes information from the O*NET " + version + " Database by the U.S. Department of Labor,"
                + " Employment and Training Administration (USDOL/ETA), used under the CC BY 4.0 license"
                + " (https://www.onetcenter.org/license_db.html). O*NET® is a trademark of USDOL/ETA. onet4j has"
                + " modified this information; USDOL/ETA has not approved, endorsed, or tested the modifications.";
    }

    /** {@return {@link #attribution}, for serializers} */
    public String getAttribution() {
        return attribution();
    }
}
