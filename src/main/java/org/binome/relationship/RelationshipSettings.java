package org.binome.relationship;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a company sets for the relationship stage.
 *
 * @param coolingOff how long we sleep on it before the second look (QUA-11)
 */
@ConfigurationProperties("binome.relationship")
public record RelationshipSettings(@DefaultValue("2d") Duration coolingOff) {
}
