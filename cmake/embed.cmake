# Writes OUTPUT, a C++ file that defines `const std::string_view NAMESPACE::NAME` with the bytes of INPUT.
# Used as a script: cmake -DINPUT=... -DOUTPUT=... -DNAMESPACE=... -DNAME=... -P embed.cmake
file(READ "${INPUT}" hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
file(WRITE "${OUTPUT}" "// Generated from ${INPUT}.
#include <string_view>
namespace ${NAMESPACE} {
namespace { const char k${NAME}Bytes[] = {${bytes}'\\0'}; }
extern const std::string_view k${NAME};
const std::string_view k${NAME}{k${NAME}Bytes, sizeof k${NAME}Bytes - 1};
}
")
