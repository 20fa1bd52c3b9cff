package io.github.onet4j.spring.autoconfigure;

import java.util.Map;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Matches where the property of {@link ConditionalOnText} has text. */
final class TextCondition extends SpringBootCondition {
    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Map<String, Object> attributes =
                Objects.requireNonNull(metadata.getAnnotationAttributes(ConditionalOnText.class.getName()));
        String property = String.valueOf(attributes.get("value"));
        boolean matches = StringUtils.hasText(context.getEnvironment().getProperty(property));
        ConditionMessage.Builder message = ConditionMessage.forCondition(ConditionalOnText.class);
        return new ConditionOutcome(matches, message.because(property + (matches ? " has text" : " has no text")));
    }
}
