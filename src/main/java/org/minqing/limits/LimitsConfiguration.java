package org.minqing.limits;

import jakarta.servlet.Filter;
import org.minqing.problem.TooManyAnswer;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One filter before Spring Security, and one behind it. */
@Configuration(proxyBeanMethods = false)
class LimitsConfiguration {

    @Bean
    FilterRegistrationBean<DoorLimits> doorLimits(Limits limits, TooManyAnswer answer) {
        return at(SecurityProperties.DEFAULT_FILTER_ORDER - 1, new DoorLimits(limits, answer));
    }

    @Bean
    FilterRegistrationBean<StaffLimits> staffLimits(Limits limits, TooManyAnswer answer) {
        return at(SecurityProperties.DEFAULT_FILTER_ORDER + 1, new StaffLimits(limits, answer));
    }

    private static <T extends Filter> FilterRegistrationBean<T> at(int order, T filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
