package org.binome.portal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.binome.contract.Amendments.NothingToAmend;
import org.binome.contract.Batches.BatchRunning;
import org.binome.contract.Batches.UnknownBatch;
import org.binome.contract.UnknownContract;
import org.binome.partner.UnknownPartnership;
import org.binome.prospecting.LonglistClosed;
import org.binome.prospecting.ProgrammeNameTaken;
import org.binome.prospecting.UnknownProgramme;
import org.binome.prospecting.UnreadableFile;
import org.binome.relationship.NoPair;
import org.binome.tracking.InvalidReading;
import tools.jackson.databind.DatabindException;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Answers every error of the API with a problem detail (RFC 9457); what is about fields
 * lists them under <code>errors</code>.
 */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems extends ResponseEntityExceptionHandler {

	@ExceptionHandler({ UnknownProgramme.class, UnknownPartnership.class, UnknownContract.class, UnknownBatch.class,
			NothingHere.class })
	ProblemDetail unknown(RuntimeException problem) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, problem.getMessage());
	}

	@ExceptionHandler({ ProgrammeNameTaken.class, LonglistClosed.class, BatchRunning.class, NothingToAmend.class,
			NoPair.class })
	ProblemDetail conflict(RuntimeException problem) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, problem.getMessage());
	}

	@ExceptionHandler({ UnreadableFile.class, InvalidReading.class })
	ProblemDetail unusable(RuntimeException problem) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, problem.getMessage());
	}

	@ExceptionHandler
	ProblemDetail invalid(InvalidField problem) {
		return fields(HttpStatus.BAD_REQUEST, List.of(error(problem.field(), problem.getMessage())));
	}

	@ExceptionHandler
	ProblemDetail mistyped(MethodArgumentTypeMismatchException problem) {
		Class<?> type = problem.getRequiredType();
		String expected = (type != null && type.isEnum())
				? "one of " + java.util.Arrays.toString(type.getEnumConstants())
				: (type != null) ? "a " + type.getSimpleName() : "something else";
		return fields(HttpStatus.BAD_REQUEST,
				List.of(error(problem.getName(), "'" + problem.getValue() + "' is not " + expected)));
	}

	@Override
	protected ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException problem,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		List<Map<String, String>> errors = problem.getFieldErrors()
			.stream()
			.map((FieldError field) -> error(field.getField(), field.getDefaultMessage()))
			.toList();
		return handleExceptionInternal(problem, fields(status, errors), headers, status, request);
	}

	@Override
	protected ResponseEntity<Object> handleHandlerMethodValidationException(HandlerMethodValidationException problem,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		List<Map<String, String>> errors = problem.getParameterValidationResults()
			.stream()
			.flatMap((result) -> result.getResolvableErrors()
				.stream()
				.map((failure) -> error(result.getMethodParameter().getParameterName(), failure.getDefaultMessage())))
			.toList();
		return handleExceptionInternal(problem, fields(status, errors), headers, status, request);
	}

	@Override
	protected ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException problem,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		ProblemDetail body = ProblemDetail.forStatusAndDetail(status, "The body is not the JSON expected");
		if (problem.getCause() instanceof DatabindException mismatch && !mismatch.getPath().isEmpty()) {
			String field = mismatch.getPath()
				.stream()
				.map((step) -> (step.getPropertyName() != null) ? step.getPropertyName() : "[" + step.getIndex() + "]")
				.collect(Collectors.joining("."));
			body = fields(status, List.of(error(field, "has a value of the wrong type or form")));
		}
		return handleExceptionInternal(problem, body, headers, status, request);
	}

	private static ProblemDetail fields(HttpStatusCode status, List<Map<String, String>> errors) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status,
				errors.stream()
					.map((error) -> error.get("field") + ": " + error.get("message"))
					.sorted()
					.collect(Collectors.joining("; ")));
		problem.setTitle("Invalid request");
		problem.setProperty("errors", errors);
		return problem;
	}

	private static Map<String, String> error(String field, String message) {
		return Map.of("field", String.valueOf(field), "message", String.valueOf(message));
	}

}
