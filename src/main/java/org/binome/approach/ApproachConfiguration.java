package org.binome.approach;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/**
 * Makes the settings of this stage known.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApproachSettings.class)
class ApproachConfiguration {

}
