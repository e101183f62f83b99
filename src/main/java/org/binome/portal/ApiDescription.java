package org.binome.portal;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the description of the API at <code>/v3/api-docs</code> says of all operations.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

	@Bean
	OpenAPI openApi() {
		var problem = new ObjectSchema().description("A problem detail (RFC 9457)")
			.addProperty("type", new StringSchema())
			.addProperty("title", new StringSchema())
			.addProperty("status", new IntegerSchema())
			.addProperty("detail", new StringSchema())
			.addProperty("errors",
					new ArraySchema().description("Fields that are wrong, if it is about fields")
						.items(new ObjectSchema().addProperty("field", new StringSchema())
							.addProperty("message", new StringSchema())));
		return new OpenAPI().info(new Info().title("Binôme")
			.version("1")
			.description("Programmes, partnerships, contracts, plans and figures. Ids are UUIDs, times ISO 8601 with "
					+ "offset, money is in minor units with its ISO 4217 currency. Log in with HTTP Basic."))
			.addSecurityItem(new SecurityRequirement().addList("basic"))
			.components(new Components()
				.addSecuritySchemes("basic", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"))
				.addSchemas("Problem", problem));
	}

	/** Every operation can answer with a problem. */
	@Bean
	OpenApiCustomizer problemResponses() {
		return (api) -> api.getPaths()
			.values()
			.forEach((path) -> path.readOperations()
				.forEach((operation) -> operation.getResponses()
					.addApiResponse("default", new ApiResponse().description("Any error")
						.content(new Content().addMediaType("application/problem+json",
								new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")))))));
	}

}
