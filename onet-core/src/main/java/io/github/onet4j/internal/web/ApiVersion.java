package io.github.onet4j.internal.web;

/** A version of the interface of O*NET Web Services. Both have the same tables with the same columns. */
public enum ApiVersion {
    /** 1.9: user name and password, at {@code services.onetcenter.org/v1.9/ws/}. Not open to all customers any more. */
    V1_9("1.9"),
    /** 2.0: an API key, at {@code api-v2.onetcenter.org}. */
    V2("2.0");

    private final String number;

    ApiVersion(String number) {
        this.number = number;
    }

    /** Returns {@code 1.9} or {@code 2.0}. */
    public String number() {
        return number;
    }
}
