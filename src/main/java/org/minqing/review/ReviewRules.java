package org.minqing.review;

import org.minqing.organisation.Localities;
import org.minqing.policy.PolicyFile;
import org.springframework.stereotype.Component;

/** The rules of {@code review.yml}. */
@Component
public class ReviewRules {

    private record File(int shortestReason, String passesOn) {}

    private final File file;

    /** @throws IllegalStateException if the file cannot be used */
    ReviewRules(Localities localities) {
        file = new PolicyFile("review.yml").read(File.class);
        if (file.shortestReason < 1) {
            throw new IllegalStateException("review.yml: shortestReason is 1 or more");
        }
        localities.all().stream()
                .filter(locality -> locality.holdersOf(
                                file.passesOn, locality.root().code())
                        .isEmpty())
                .findFirst()
                .ifPresent(locality -> {
                    throw new IllegalStateException(
                            "review.yml: nobody in " + locality.code() + " is " + file.passesOn);
                });
    }

    /** Characters of the reason for which somebody asks. */
    int shortestReason() {
        return file.shortestReason;
    }

    /** Code of the post that passes on what is reviewed elsewhere. */
    public String passesOn() {
        return file.passesOn;
    }
}
