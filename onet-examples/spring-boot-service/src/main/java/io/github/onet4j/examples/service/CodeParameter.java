package io.github.onet4j.examples.service;

import io.github.onet4j.OnetSocCode;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** Reads O*NET-SOC codes from requests, and reports errors in terms of this service. */
final class CodeParameter {
    private CodeParameter() {}

    /** Reads a parameter that has two spellings. */
    static OnetSocCode parse(String name, @Nullable String value, String shortName, @Nullable String shortValue) {
        if (!StringUtils.hasText(value) && !StringUtils.hasText(shortValue)) {
            throw new RefusedParameterException(
                    name, "The parameter " + name + " is missing. Pass an O*NET-SOC code such as 15-1251.00.");
        }
        if (!StringUtils.hasText(value)) {
            return parse(shortName, String.valueOf(shortValue));
        }
        OnetSocCode code = parse(name, value);
        if (StringUtils.hasText(shortValue) && !parse(shortName, shortValue).equals(code)) {
            throw new RefusedParameterException(
                    name,
                    "The parameters " + name + " and " + shortName + " name different occupations. Pass one of them.");
        }
        return code;
    }

    static OnetSocCode parse(String name, String value) {
        if (!OnetSocCode.isCode(value)) {
            throw new RefusedParameterException(
                    name,
                    "The value of " + name
                            + " is not an O*NET-SOC code. Write dd-dddd.dd as in 15-1251.00, or find a code"
                            + " by title with /api/v1/occupations?query=.");
        }
        return OnetSocCode.parse(value);
    }
}
