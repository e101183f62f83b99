package org.binome.process;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the Camunda cluster is and how we log in.
 *
 * @param grpcAddress Zeebe's gRPC gateway
 * @param restAddress Zeebe's REST gateway, used for user tasks on 8.8 and newer
 * @param tasklistUrl Tasklist as people open it
 * @param operateUrl Operate as people open it
 * @param username technical account that may read user tasks
 * @param password its password
 * @param auth how the client logs in to the gateway: none, basic or oidc
 * @param clientId OIDC client id
 * @param clientSecret OIDC client secret
 * @param audience OIDC audience
 * @param tokenUrl OIDC token endpoint
 * @param workerThreads jobs worked on at the same time
 * @param jobTimeout after which an unfinished job is given out again
 */
@ConfigurationProperties("binome.camunda")
public record CamundaSettings(URI grpcAddress, URI restAddress, URI tasklistUrl, URI operateUrl, String username,
		String password, @DefaultValue("none") Auth auth, String clientId, String clientSecret, String audience,
		String tokenUrl, @DefaultValue("8") int workerThreads, @DefaultValue("5m") Duration jobTimeout) {

	/** How the client logs in. */
	public enum Auth {

		NONE, BASIC, OIDC

	}

}
