package org.binome.relationship;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/**
 * Makes the settings of this stage known.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RelationshipSettings.class)
class RelationshipConfiguration {

}
